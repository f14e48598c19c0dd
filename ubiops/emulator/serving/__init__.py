"""What happens to a request: builds of packages, queues, batches, execution."""
