package dev.pgduo.cluster.conf;

import dev.pgduo.report.FailureReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Where the lists of a pg_hba.conf that are in files of their own, {@code @file}, come from. */
@FunctionalInterface
interface HbaInclude {
    /** More characters than anybody includes; files that name each other several times would be read for ever. */
    int MOST = 4_000_000;

    /** A list that nobody reads: the word stays and matches no name. */
    HbaInclude UNREAD = name -> List.of(new HbaToken("@" + name, false));

    /** The words of a file. */
    List<HbaToken> words(String name) throws HbaRefused;

    /** Files beside this one. */
    static HbaInclude beside(Path file) {
        return beside(file.toAbsolutePath(), List.of(), new AtomicLong());
    }

    /**
     * Files beside one that was included.
     *
     * @param outer those that lead to it
     * @param length characters that were read so far, for all lines of the first file
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

    /** The fields with the lists of files in the place of their names. */
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
