"""The half of Ouroscope that lives in the script's process: it observes and never concludes."""
