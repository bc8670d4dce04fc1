_run_cells()
