"""From the specification of the API to the generated parts of the client, for maintainers."""
