package dev.pgduo.shell.learn;

import dev.pgduo.course.progress.LabProgress;
import dev.pgduo.course.progress.ProgressFiles;
import java.util.function.UnaryOperator;

/** The progress of a student in a lab, written to a file at each change. Safe for use by several threads. */
final class KeptProgress {
    private final ProgressFiles files;
    private LabProgress progress;

    KeptProgress(ProgressFiles files, LabProgress progress) {
        this.files = files;
        this.progress = progress;
    }

    synchronized LabProgress now() {
        return progress;
    }

    synchronized void change(UnaryOperator<LabProgress> change) {
        progress = change.apply(progress);
        files.write(progress);
    }

    /** Sets the line that the student has reached; 0 to begin at the start next time. */
    void at(int line) {
        change(progress -> progress.at(line));
    }
}
