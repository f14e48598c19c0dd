"""What the client and the emulator survive, in figures: ``python -m test.hardening``."""
