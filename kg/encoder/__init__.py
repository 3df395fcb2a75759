"""The trained network: one for both languages, run by onnxruntime."""
