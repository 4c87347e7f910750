package dev.pgduo.lab.os;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Removes directory trees; symbolic links are removed, never followed. */
public final class Trees {
    private Trees() {}

    /**
     * Removes a directory with all that is in it; nothing happens when it is not there.
     *
     * @param contentOnly keep the directory itself
     * @throws LabException when something cannot be removed; what comes after it stays
     */
    public static void delete(Path directory, boolean contentOnly) {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(directory, new Remover(contentOnly ? directory : null));
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not remove \"" + directory + "\": " + FailureReason.of(e)), e);
        }
    }

    private static final class Remover extends SimpleFileVisitor<Path> {
        private final @Nullable Path kept;

        Remover(@Nullable Path kept) {
            this.kept = kept;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            if (!directory.equals(kept)) {
                Files.delete(directory);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
