package dev.pgduo.lab.os;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Follows the symbolic links of paths, whether the file exists or not. */
final class Links {
    /** The number of links that the kernel follows in one path. */
    private static final int MOST = 40;

    private Links() {}

    /**
     * The path without any symbolic link in it: the real path of the nearest existing parent, and the remaining names. A
     * dangling link stands for the file that would be created through it; circular links stand for the root directory.
     */
    static Path behind(Path path) {
        try {
            return behind(path.toAbsolutePath().normalize(), MOST);
        } catch (FileSystemLoopException e) {
            return path.toAbsolutePath().getRoot();
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not follow \"" + path + "\"").detail(e.toString()), e);
        }
    }

    private static Path behind(Path path, int most) throws IOException {
        Path parent = path.getParent();
        if (Files.exists(path) || parent == null) {
            return path.toRealPath();
        }
        if (most == 0) {
            throw new FileSystemLoopException(path.toString());
        }
        if (Files.isSymbolicLink(path)) {
            return behind(parent.resolve(Files.readSymbolicLink(path)), most - 1);
        }
        return behind(parent, most).resolve(path.getFileName()).normalize();
    }
}
