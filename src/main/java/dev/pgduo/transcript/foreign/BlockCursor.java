package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import java.util.List;
import java.util.Optional;

/** A position in the lines of a block of code. Not thread-safe. */
final class BlockCursor {
    private final List<DocLine> lines;
    private int at;

    BlockCursor(List<DocLine> lines) {
        this.lines = lines;
    }

    boolean end() {
        return at >= lines.size();
    }

    DocLine line() {
        return lines.get(at);
    }

    String text() {
        return lines.get(at).text();
    }

    /** The line this many lines ahead, or an empty one after the end. */
    String ahead(int places) {
        return at + places >= 0 && at + places < lines.size()
                ? lines.get(at + places).text()
                : "";
    }

    /** The number of lines from here on. */
    int left() {
        return lines.size() - at;
    }

    /** The first line from here on that is not blank, or an empty one. */
    String belowBlanks() {
        int place = 0;
        while (at + place < lines.size() && ahead(place).isBlank()) {
            place++;
        }
        return ahead(place);
    }

    /** The line this many lines after the first one that is not blank. */
    String belowBlanks(int further) {
        int place = 0;
        while (at + place < lines.size() && ahead(place).isBlank()) {
            place++;
        }
        return ahead(place + further);
    }

    /** The last line above this one that is not blank, or an empty one. */
    String aboveBlanks() {
        int place = -1;
        while (at + place > 0 && ahead(place).isBlank()) {
            place--;
        }
        return ahead(place);
    }

    /** The number of the line above, or 0. */
    int lineAbove() {
        return at == 0 ? 0 : lines.get(at - 1).number();
    }

    DocLine next() {
        return lines.get(at++);
    }

    int at() {
        return at;
    }

    void back(int place) {
        at = place;
    }

    /** The prompt at the beginning of the line, if there is one. */
    Optional<ForeignPrompt> prompt() {
        return end() ? Optional.empty() : PromptReader.read(text());
    }
}
