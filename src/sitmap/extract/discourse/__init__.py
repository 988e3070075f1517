"""What a reader has in mind: who acts, who says so, what was spoken of before."""
