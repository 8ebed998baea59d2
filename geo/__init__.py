"""The domain of Arctic Passages: map features, articles, and the links between them."""
