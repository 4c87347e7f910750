package dev.pgduo.lab.os;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where paths lead behind symbolic links, whether there is something or not. */
final class Links {
    /** As many links in a row as the kernel follows. */
    private static final int MOST = 40;

    private Links() {}

    /**
     * The path without any symbolic link in it: the real path of the nearest parent that there is, and the rest of the names. A
     * link to nothing leads to where a file would be made through it; links that lead round in circles lead to the root.
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
