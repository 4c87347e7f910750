package dev.pgduo.transcript.foreign.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** HTML: {@code pre} is code, the rest is prose. */
final class HtmlDocument {
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "nav", "head", "noscript", "template", "footer", "svg", "button");
    private static final Set<String> TITLES = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Pattern LANGUAGE =
            Pattern.compile("(?:^|[\\s:])(?:language-|lang-|highlight-|brush:\\s*|source-)?([a-z-]+)(?=$|[\\s;])");
    private static final Pattern GUTTER = Pattern.compile("[\\d\\s]*");

    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder prose = new StringBuilder();
    private final String source;
    private final int offset;
    private int proseLine = 1;

    private HtmlDocument(String source, int offset) {
        this.source = source;
        this.offset = offset;
    }

    static List<Piece> read(String text) {
        return read(text, 1);
    }

    /** Reads the part of a file that begins at this line. */
    static List<Piece> read(String text, int first) {
        Document parsed = Jsoup.parse(text, "", Parser.htmlParser().setTrackPosition(true));
        HtmlDocument document = new HtmlDocument(text, first - 1);
        document.walk(parsed.body());
        document.flush();
        return document.pieces;
    }

    /** Walks through the nodes without recursion, as they may be nested deeply. */
    private void walk(Element root) {
        @Nullable Node node = root;
        while (node != null) {
            boolean inside = enter(node);
            node = inside && node.childNodeSize() > 0 ? node.childNode(0) : after(node, root);
        }
    }

    /** The next node in the walk; null at the end. */
    @SuppressWarnings("ReferenceEquality") // two different nodes may be equal
    private @Nullable Node after(Node from, Element root) {
        @Nullable Node node = from;
        while (node != null && node != root && node.nextSibling() == null) {
            leave(node);
            node = node.parent();
        }
        if (node == null || node == root) {
            return null;
        }
        leave(node);
        return node.nextSibling();
    }

    private boolean enter(Node node) {
        if (node instanceof TextNode text) {
            if (prose.isEmpty()) {
                proseLine = line(text);
            }
            prose.append(text.text());
            return false;
        }
        if (!(node instanceof Element element) || UNSEEN.contains(element.normalName())) {
            return false;
        }
        if (element.isBlock()
                || element.normalName().equals("br")
                || element.normalName().equals("td")) {
            flush();
        }
        if (element.normalName().equals("pre")) {
            pre(element);
            return false;
        }
        if (element.normalName().equals("code")) {
            prose.append('`').append(element.text()).append('`');
            return false;
        }
        if (TITLES.contains(element.normalName())) {
            pieces.add(new Piece.Title(
                    new DocLine(line(element), element.text().strip()),
                    element.normalName().charAt(1) - '0'));
            return false;
        }
        return true;
    }

    private void leave(Node node) {
        if (node instanceof Element element && element.isBlock()) {
            flush();
        }
    }

    private void flush() {
        String text = prose.toString().strip().replaceAll("\\s+", " ");
        prose.setLength(0);
        if (!text.isEmpty()) {
            pieces.add(new Piece.Prose(List.of(new DocLine(proseLine, text))));
        }
    }

    /** Handles preformatted text; a line end right behind the tag, which the parser leaves out, counts for the numbers of the lines. */
    private void pre(Element pre) {
        String text = pre.wholeText().replace('\u00a0', ' ').replace("\r", "");
        if (GUTTER.matcher(text).matches()) {
            return;
        }
        Range.Position behind = pre.sourceRange().end();
        boolean left = behind.isTracked() && behind.pos() < source.length() && source.charAt(behind.pos()) == '\n';
        int first = Math.max(1, behind.lineNumber()) + offset + (left ? 1 : 0);
        boolean below = text.startsWith("\n");
        pieces.add(new Piece.Code(
                language(pre), Documents.lines(below ? text.substring(1) : text, below ? first + 1 : first)));
    }

    private static Language language(Element pre) {
        StringBuilder names = new StringBuilder(pre.className());
        pre.children().stream().limit(1).forEach(child -> names.append(' ').append(child.className()));
        names.append(' ').append(pre.attr("lang")).append(' ').append(pre.attr("data-lang"));
        Element around = pre.parent();
        for (int i = 0; i < 2 && around != null; i++, around = around.parent()) {
            names.append(' ').append(around.className());
        }
        Matcher matcher = LANGUAGE.matcher(names.toString().toLowerCase(java.util.Locale.ROOT));
        while (matcher.find()) {
            Language language = Language.named(matcher.group(1));
            if (language == Language.SQL || language == Language.SHELL) {
                return language;
            }
        }
        return Language.NONE;
    }

    private int line(Node node) {
        return Math.max(1, node.sourceRange().start().lineNumber()) + offset;
    }
}
