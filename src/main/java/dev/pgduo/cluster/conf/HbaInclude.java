package dev.pgduo.cluster.conf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the lists of a pg_hba.conf that are in files of their own, {@code @file}, come from. */
@FunctionalInterface
interface HbaInclude {
    /** A list that nobody reads: the word stays and matches no name. */
    HbaInclude UNREAD = name -> List.of(new HbaToken("@" + name, false));

    /** The words of a file. */
    List<HbaToken> words(String name) throws HbaRefused;

    /** Files beside this one. */
    static HbaInclude beside(Path file) {
        return beside(file.toAbsolutePath(), List.of());
    }

    private static HbaInclude beside(Path file, List<Path> outer) {
        return name -> {
            Path included = file.resolveSibling(name).normalize();
            if (outer.contains(included)) {
                throw unreadable(name, included, "maximum nesting depth exceeded");
            }
            List<Path> chain = new ArrayList<>(outer);
            chain.add(included);
            HbaInclude inner = beside(included, chain);
            List<HbaToken> words = new ArrayList<>();
            for (HbaText.Piece piece : HbaText.pieces(Lines.of(read(name, included)))) {
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
            throw unreadable(name, file, AtomicFile.reason(e));
        }
    }

    private static HbaRefused unreadable(String name, Path file, String reason) {
        return new HbaRefused(
                "could not open secondary authentication file \"@" + name + "\" as \"" + file + "\": " + reason);
    }
}
