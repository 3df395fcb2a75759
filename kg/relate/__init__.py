"""Mentions to Relations: the facts a text states, with modality, speaker and time."""
