"""The normal of sea ice by month, on the grid of the field that the package jcm carries."""
