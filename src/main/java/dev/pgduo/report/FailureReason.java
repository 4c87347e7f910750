package dev.pgduo.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reason why a file operation failed, in the C library's words, because Java often has only the file's name. */
public final class FailureReason {
    private static final Map<Class<? extends IOException>, String> WORDS = new LinkedHashMap<>();
    private static final Pattern IN_BRACKETS = Pattern.compile("(?s).* \\((\\p{Lu}[^()]*)\\)");

    static {
        WORDS.put(NoSuchFileException.class, "No such file or directory");
        WORDS.put(AccessDeniedException.class, "Permission denied");
        WORDS.put(NotDirectoryException.class, "Not a directory");
        WORDS.put(FileAlreadyExistsException.class, "File exists");
        WORDS.put(DirectoryNotEmptyException.class, "Directory not empty");
        WORDS.put(FileSystemLoopException.class, "Too many levels of symbolic links");
        WORDS.put(CharacterCodingException.class, "Invalid or incomplete multibyte or wide character");
        WORDS.put(ClosedByInterruptException.class, "Interrupted system call");
    }

    private FailureReason() {}

    /** The reason as {@code strerror} words it, or the exception's message; never empty. */
    public static String of(Exception failure) {
        for (Map.Entry<Class<? extends IOException>, String> known : WORDS.entrySet()) {
            if (known.getKey().isInstance(failure)) {
                return known.getValue();
            }
        }
        if (!(failure instanceof IOException) && failure.getCause() instanceof IOException cause) {
            return of(cause);
        }
        String message = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        if ("Stream closed".equals(message)) {
            return "Broken pipe";
        }
        if (failure instanceof FileNotFoundException && message != null) {
            Matcher reason = IN_BRACKETS.matcher(message);
            return reason.matches() ? reason.group(1) : "No such file or directory";
        }
        return Objects.requireNonNullElse(message, failure.toString());
    }
}
