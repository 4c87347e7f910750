package dev.pgduo.shell.learn;

import dev.pgduo.course.progress.LabProgress;
import dev.pgduo.course.progress.ProgressFiles;
import dev.pgduo.replay.TranscriptRun;
import dev.pgduo.shell.script.BundledLab;
import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.ResolvedTask;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.version.ServerVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A lab that can be learned with.
 *
 * @param name the name under which progress is saved: the name of a lab that comes with pgduo, whatever its language, else the
 * file's path
 * @param file the path from which it is read
 */
record StudentLab(String name, String file, Transcript transcript) {
    static StudentLab of(String file, Transcript transcript) {
        Path path = Path.of(file);
        String name = Files.exists(path)
                ? path.toAbsolutePath().normalize().toString()
                : BundledLab.of(file).stem();
        return new StudentLab(name, file, transcript);
    }

    String title() {
        return transcript.header().shownTitle().orElse(name);
    }

    /** Its tasks on a server of this version. */
    List<ResolvedTask> tasks(ServerVersion server) {
        Resolution resolution = transcript.resolve(TranscriptRun.environment(server, tool -> true));
        return resolution.tasks();
    }

    /** The progress in these tasks. */
    LabProgress progress(ProgressFiles files, List<ResolvedTask> tasks) {
        List<String> texts = tasks.stream().map(ResolvedTask::text).toList();
        return files.read(name)
                .map(known -> known.of(title(), texts))
                .orElseGet(() -> LabProgress.none(name, title(), texts));
    }
}
