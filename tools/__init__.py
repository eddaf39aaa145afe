"""What serves the project and is not part of the product: the launcher and the judge of the test command."""
