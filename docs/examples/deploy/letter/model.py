"""What to write to a customer."""

import os


class Model:
    """Offers something to those who are likely to leave."""

    def __init__(self, base_directory, context):
        self.limit = float(os.environ["OFFER_FROM"])

    def request(self, data):
        """Answer about one customer."""
        offer = data["probability"] >= self.limit
        return {"offer": offer, "text": "We would like you to stay." if offer else "Thank you for being with us."}
