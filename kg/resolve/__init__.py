"""Mentions to chains: which mentions of a document mean one thing."""
