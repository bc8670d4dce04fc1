/** The hidden page of the command line: fetches what a picture needs from the recording and draws it as the dialog would. */
import "@fontsource-variable/inter";
import "@fontsource-variable/jetbrains-mono";
import { drawJob } from "./picture-job-drawing";

const { pictures } = window;
pictures.serve((job) => drawJob(job, pictures));
