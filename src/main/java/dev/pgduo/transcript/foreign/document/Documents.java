package dev.pgduo.transcript.foreign.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads a document of a format that its file name's extension determines, or else its content. */
public final class Documents {
    private static final Pattern HTML =
            Pattern.compile("(?is)\\s*(<!doctype html|<html|<\\?xml|<head|<body|<article).*");
    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(```|~~~)\\s*\\w*\\s*$");

    private Documents() {}

    /**
     * The pieces of a document.
     *
     * @param name the file's name
     * @param text the text without a byte order mark
     */
    public static List<Piece> read(String name, String text) {
        String plain = text.replace("\r\n", "\n").replace('\r', '\n');
        switch (format(name, plain)) {
            case "md" -> {
                return MarkdownDocument.read(plain);
            }
            case "html" -> {
                return HtmlDocument.read(plain);
            }
            case "rst" -> {
                return RstDocument.read(lines(plain));
            }
            case "adoc" -> {
                return AsciidocDocument.read(lines(plain));
            }
            case "sql" -> {
                return List.of(new Piece.Code(Language.SQL, lines(plain)));
            }
            case "sh" -> {
                return List.of(new Piece.Code(Language.SHELL, lines(plain)));
            }
            default -> {
                return PlainDocument.read(lines(plain));
            }
        }
    }

    private static String format(String name, String text) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        switch (ending) {
            case "md", "markdown", "mdx", "mkd", "mdown" -> {
                return "md";
            }
            case "html", "htm", "xhtml" -> {
                return "html";
            }
            case "rst", "rest" -> {
                return "rst";
            }
            case "adoc", "asciidoc", "asc" -> {
                return "adoc";
            }
            case "sql", "sh" -> {
                return ending;
            }
            default -> {
                return HTML.matcher(text).matches()
                        ? "html"
                        : FENCE.matcher(text).find() ? "md" : "txt";
            }
        }
    }

    /** The lines of a text with their numbers. */
    static List<DocLine> lines(String text) {
        return lines(text, 1);
    }

    /** The lines of a text that begins at this line of the file. */
    static List<DocLine> lines(String text, int first) {
        List<DocLine> lines = new ArrayList<>();
        String[] rows = text.split("\n", -1);
        int count = rows.length > 0 && rows[rows.length - 1].isEmpty() ? rows.length - 1 : rows.length;
        for (int i = 0; i < count; i++) {
            lines.add(new DocLine(first + i, rows[i]));
        }
        return lines;
    }
}
