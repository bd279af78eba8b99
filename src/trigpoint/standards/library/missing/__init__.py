"""Children who go missing: graded, found, heard, planned for."""
