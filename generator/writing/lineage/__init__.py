"""Write how agreed language moved: what a paragraph was before and after, ladders, series and comparisons."""
