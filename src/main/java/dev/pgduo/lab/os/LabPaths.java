package dev.pgduo.lab.os;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.Path;

/**
 * The directories that lines of a lab may work on.
 *
 * @param lab the lab's own directory; nothing outside it is touched
 * @param home what a relative path starts from
 * @param aliases the transcript's paths and the real ones
 */
record LabPaths(Path lab, Path home, PathAliases aliases) {
    /** The real path of one in the transcript. */
    Path real(String shown) {
        return home.resolve(aliases.toReal(shown)).normalize();
    }

    /** Whether this path in the transcript leads into the lab. */
    boolean inside(String shown) {
        Path real = real(shown);
        return real.startsWith(lab) && !real.equals(lab);
    }

    /**
     * The real path of one that is about to be changed.
     *
     * @throws LabException when it leads out of the lab
     */
    Path forWriting(String shown) {
        if (!inside(shown)) {
            throw new LabException(ErrorReport.error("cannot change \"" + shown + "\": it is outside the lab")
                    .detail("The lab's directory is \"" + lab + "\"; \"" + shown + "\" leads to \"" + real(shown)
                            + "\".")
                    .hint("Paths of a transcript are mapped to the lab by \"nodes\" in its front matter."));
        }
        return real(shown);
    }
}
