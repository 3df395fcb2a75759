"""Chains to Entities: one node for one thing, over all documents."""
