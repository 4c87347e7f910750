package dev.pgduo.lab.os;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.Path;

/**
 * The paths that lines of a lab may change.
 *
 * @param lab the lab's own directory; nothing outside of it is changed
 * @param home the directory from which relative paths start
 * @param aliases the lab file's paths and the real ones
 */
record LabPaths(Path lab, Path home, PathAliases aliases) {
    /** The real path of a path in the lab file; symbolic links are not followed. */
    Path real(String shown) {
        return home.resolve(aliases.toReal(shown)).normalize();
    }

    /** Whether a path in the lab file leads into the lab when all symbolic links are followed. */
    boolean leadsInside(String shown) {
        return inside(real(shown)) && behindIsInside(real(shown));
    }

    /**
     * The real path of a file that is to be changed.
     *
     * @throws LabException when the path, or a symbolic link in it, leads out of the lab
     */
    Path forWriting(String shown) {
        return forWriting(real(shown), shown);
    }

    /**
     * A real path for the lab file's path of a file that is to be changed.
     *
     * @throws LabException when the path, or a symbolic link in it, leads out of the lab
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
     * A real path for the lab file's path of a file that is to be removed; a symbolic link at its end is removed itself.
     *
     * @throws LabException when the path, or a symbolic link before its end, leads out of the lab
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

    /** Whether a path of the lab file, and the target of its symbolic links, are in the lab. */
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
