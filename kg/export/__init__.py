"""KnowledgeGraph to files."""
