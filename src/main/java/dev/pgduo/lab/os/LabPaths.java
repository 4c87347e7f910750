package dev.pgduo.lab.os;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.Path;

/**
 * The directories that lines of a lab may work on.
 *
 * @param lab the lab's own directory; nothing outside it is touched
 * @param home what a relative path starts from
 * @param aliases the lab file's paths and the real ones
 */
record LabPaths(Path lab, Path home, PathAliases aliases) {
    /** The real path of one in the lab file; symbolic links are as they are. */
    Path real(String shown) {
        return home.resolve(aliases.toReal(shown)).normalize();
    }

    /** Whether this path in the lab file leads into the lab, behind all symbolic links. */
    boolean leadsInside(String shown) {
        return inside(real(shown)) && behindIsInside(real(shown));
    }

    /**
     * The real path of one that is about to be changed.
     *
     * @throws LabException when it, or a symbolic link on the way or at its end, leads out of the lab
     */
    Path forWriting(String shown) {
        return forWriting(real(shown), shown);
    }

    /**
     * A real path that stands for this one of the lab file, when it is about to be changed.
     *
     * @throws LabException when it, or a symbolic link on the way or at its end, leads out of the lab
     */
    Path forWriting(Path real, String shown) {
        if (!inside(real)) {
            throw outside(shown, real);
        }
        if (!behindIsInside(real)) {
            throw outside(shown, Links.behind(real));
        }
        return real;
    }

    /**
     * A real path that stands for this one of the lab file, when it is about to be removed: a symbolic link at its end goes
     * itself.
     *
     * @throws LabException when it, or a symbolic link on the way, leads out of the lab
     */
    Path forRemoval(Path real, String shown) {
        Path parent = real.getParent();
        if (parent == null || !inside(real)) {
            throw outside(shown, real);
        }
        if (!parent.equals(lab) && !behindIsInside(parent)) {
            throw outside(shown, Links.behind(parent));
        }
        return real;
    }

    /** Whether a path of the lab file, and what is behind its symbolic links, is in the lab. */
    boolean within(String shown) {
        Path real = real(shown);
        return inside(real) && behindIsInside(real);
    }

    private boolean inside(Path real) {
        return real.startsWith(lab) && !real.equals(lab);
    }

    private boolean behindIsInside(Path real) {
        Path top = Links.behind(lab);
        Path behind = Links.behind(real);
        return behind.startsWith(top) && !behind.equals(top);
    }

    private LabException outside(String shown, Path real) {
        return new LabException(ErrorReport.error("cannot change \"" + shown + "\": it is outside the lab")
                .detail("The lab's directory is \"" + lab + "\"; \"" + shown + "\" leads to \"" + real + "\".")
                .hint("Paths in a lab file are mapped to the lab's directory by \"nodes\" in its front matter."));
    }
}
