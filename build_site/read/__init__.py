"""bytes → Capture: decodes and marks, never cleans."""
