package dev.pgduo.cluster.conf;

import dev.pgduo.report.FailureReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Reads the lists that a pg_hba.conf includes from other files ({@code @file}). */
@FunctionalInterface
interface HbaInclude {
    /** The largest number of characters to include, so that files which include each other are not read endlessly. */
    int MOST = 4_000_000;

    /** Reads no files: the name of a file is kept as a word that matches no name. */
    HbaInclude UNREAD = name -> List.of(new HbaToken("@" + name, false));

    /** The words of a file. */
    List<HbaToken> words(String name) throws HbaRefused;

    /** Reads files whose names are relative to this file's directory. */
    static HbaInclude beside(Path file) {
        return beside(file.toAbsolutePath(), List.of(), new AtomicLong());
    }

    /**
     * Reads files whose names are relative to an included file's directory.
     *
     * @param outer the files through which it was included
     * @param length the number of characters read so far, for all lines of the first file
     */
    private static HbaInclude beside(Path file, List<Path> outer, AtomicLong length) {
        return name -> {
            Path included = FileText.named(name, file);
            if (outer.contains(included)) {
                throw unreadable(name, included, "maximum nesting depth exceeded");
            }
            String text = length.get() > MOST ? "" : read(name, included);
            if (length.addAndGet(1 + text.length()) > MOST) {
                throw unreadable(name, included, "more than " + MOST + " characters are included");
            }
            List<Path> chain = new ArrayList<>(outer);
            chain.add(included);
            HbaInclude inner = beside(included, chain, length);
            List<HbaToken> words = new ArrayList<>();
            for (HbaText.Piece piece : HbaText.pieces(Lines.of(text))) {
                inner.expand(HbaToken.fields(piece.joined())).forEach(words::addAll);
            }
            return words;
        };
    }

    /** Replaces each name of a file in the fields by the words of that file. */
    default List<List<HbaToken>> expand(List<List<HbaToken>> fields) throws HbaRefused {
        List<List<HbaToken>> expanded = new ArrayList<>();
        for (List<HbaToken> field : fields) {
            List<HbaToken> words = new ArrayList<>();
            for (HbaToken token : field) {
                boolean list = !token.quoted()
                        && token.text().length() > 1
                        && token.text().startsWith("@");
                words.addAll(list ? words(token.text().substring(1)) : List.of(token));
            }
            expanded.add(words);
        }
        return expanded;
    }

    private static String read(String name, Path file) throws HbaRefused {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(name, file, FailureReason.of(e));
        }
    }

    private static HbaRefused unreadable(String name, Path file, String reason) {
        return new HbaRefused(
                "could not open secondary authentication file \"@" + name + "\" as \"" + file + "\": " + reason);
    }
}
