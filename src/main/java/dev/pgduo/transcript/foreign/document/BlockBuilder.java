package dev.pgduo.transcript.foreign.document;

import java.util.ArrayList;
import java.util.List;

/** Collects the pieces of a document that is read line by line. Not thread-safe. */
final class BlockBuilder {
    private final List<Piece> pieces = new ArrayList<>();
    private final List<DocLine> prose = new ArrayList<>();

    /** Adds a line of prose; a blank one ends the paragraph. */
    void prose(DocLine line) {
        if (line.blank()) {
            paragraph();
        } else {
            prose.add(line.with(line.text().strip()));
        }
    }

    /** Ends the paragraph. */
    void paragraph() {
        if (!prose.isEmpty()) {
            pieces.add(new Piece.Prose(prose));
            prose.clear();
        }
    }

    /** Adds the title of a section. */
    void title(DocLine line, int level) {
        paragraph();
        pieces.add(new Piece.Title(line.with(line.text().strip()), level));
    }

    /** Adds code, without surrounding blank lines and common indentation. */
    void code(Language language, List<DocLine> lines) {
        paragraph();
        int first = 0;
        int end = lines.size();
        while (first < end && lines.get(first).blank()) {
            first++;
        }
        while (end > first && lines.get(end - 1).blank()) {
            end--;
        }
        List<DocLine> inner = lines.subList(first, end);
        int indent = inner.stream()
                .filter(line -> !line.blank())
                .mapToInt(line -> indent(line.text()))
                .min()
                .orElse(0);
        if (!inner.isEmpty()) {
            pieces.add(new Piece.Code(
                    language,
                    inner.stream()
                            .map(line -> line.with(line.text()
                                    .substring(Math.min(indent, line.text().length()))))
                            .toList()));
        }
    }

    /** All pieces so far. */
    List<Piece> pieces() {
        paragraph();
        return pieces;
    }

    /** The number of blanks and tabs at the beginning of a line. */
    static int indent(String text) {
        int indent = 0;
        while (indent < text.length() && " \t".indexOf(text.charAt(indent)) >= 0) {
            indent++;
        }
        return indent;
    }
}
