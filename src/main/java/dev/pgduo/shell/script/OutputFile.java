package dev.pgduo.shell.script;

import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file for reports, events or exports; refuses to overwrite a lab file. */
final class OutputFile {
    private OutputFile() {}

    /**
     * The file of this name.
     *
     * @throws LabException when a lab has this name, also through a link
     */
    static Path of(String file) {
        Path path = Path.of(file);
        if (Files.isRegularFile(path) && (isLab(path) || isLab(real(path)))) {
            throw LabException.of("file \"" + file + "\" is a lab and would be replaced", "Name another file.");
        }
        return path;
    }

    /**
     * The file that is made from another one.
     *
     * @throws LabException when both are the same
     */
    static Path of(String file, String source) {
        Path path = of(file);
        try {
            if (Files.exists(path) && Files.exists(Path.of(source)) && Files.isSameFile(path, Path.of(source))) {
                throw LabException.of("file \"" + file + "\" would replace what it is made from", "Name another file.");
            }
        } catch (IOException e) {
            // The error is reported when the file is read.
            return path;
        }
        return path;
    }

    private static boolean isLab(Path path) {
        return path.toString().endsWith(".lab");
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }
}
