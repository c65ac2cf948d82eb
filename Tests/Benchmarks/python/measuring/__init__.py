"""Runs the engine and its peers, holds them to one another, and prints what they took."""
