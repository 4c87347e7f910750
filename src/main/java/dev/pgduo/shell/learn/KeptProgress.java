package dev.pgduo.shell.learn;

import dev.pgduo.course.progress.LabProgress;
import dev.pgduo.course.progress.ProgressFiles;
import java.util.function.UnaryOperator;

/** What a student has done of a lab, written to its file with each change. Safe for use by several threads. */
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

    /** The student has come to this line; 0 when another time begins at the beginning. */
    void at(int line) {
        change(progress -> progress.at(line));
    }
}
