package dev.pgduo.transcript.foreign.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/** Markdown. */
final class MarkdownDocument extends AbstractVisitor {
    /** Placeholders in angle brackets, such as {@code <host>}, are no HTML tags; these names are. */
    private static final String TAGS =
            "a|abbr|b|big|blockquote|br|center|code|del|details|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q"
                    + "|s|samp|small|span|strike|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|var";
    /** A command for an interactive terminal beside the text, which some sites have after a fence. */
    private static final Pattern ORDER =
            Pattern.compile("(?m)^([ \\t]*(?:```|~~~)[`~]*)\\s*\\{\\{[^{}\\n]*\\}\\}[ \\t]*$");

    private static final Pattern FRONT_MATTER = Pattern.compile("(?s)\\A---\\n.*?\\n---\\n");
    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .build();

    private final List<DocLine> source;
    private final List<Piece> pieces = new ArrayList<>();

    private static final Pattern FENCE = Pattern.compile(" {0,3}(?<fence>```+|~~~+)(?<info>.*)");
    /** HTML, to which all lines up to a blank one belong for Markdown, be they a fence. */
    private static final Pattern MARKUP = Pattern.compile(" {0,3}</?[A-Za-z].*");

    private MarkdownDocument(List<DocLine> source) {
        this.source = source;
    }

    static List<Piece> read(String text) {
        String body = FRONT_MATTER
                .matcher(ORDER.matcher(text).replaceAll("$1"))
                .replaceFirst(found -> found.group().replaceAll("[^\\n]", ""));
        List<DocLine> lines = apart(Documents.lines(body));
        Node root = Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build()
                .parse(String.join("\n", lines.stream().map(DocLine::text).toList()));
        MarkdownDocument document = new MarkdownDocument(lines);
        root.accept(document);
        return document.pieces;
    }

    /** The lines, with a blank one between markup and a fence in the same block, be there text between them. */
    private static List<DocLine> apart(List<DocLine> lines) {
        List<DocLine> apart = new ArrayList<>();
        String open = "";
        boolean markup = false;
        for (DocLine line : lines) {
            Matcher fence = FENCE.matcher(line.text());
            boolean sign = fence.matches();
            if (open.isEmpty() && sign && markup) {
                apart.add(line.with(""));
            }
            markup = open.isEmpty()
                    && !sign
                    && !line.blank()
                    && (markup || MARKUP.matcher(line.text()).matches());
            if (open.isEmpty()) {
                open = sign ? fence.group("fence") : "";
            } else if (sign
                    && fence.group("fence").startsWith(open)
                    && fence.group("info").isBlank()) {
                open = "";
            }
            apart.add(line);
        }
        return apart;
    }

    @Override
    public void visit(Heading heading) {
        pieces.add(
                new Piece.Title(new DocLine(line(heading), PLAIN.render(heading).strip())));
    }

    /** Handles a paragraph; lines that begin with a prompt keep characters such as a star, which belong to the prompt. */
    @Override
    public void visit(Paragraph paragraph) {
        List<DocLine> lines = new ArrayList<>();
        for (SourceSpan span : paragraph.getSourceSpans()) {
            DocLine line = source.get(span.getLineIndex());
            int start = Math.min(span.getColumnIndex(), line.text().length());
            lines.add(line.with(unmarked(line.text().substring(start))));
        }
        pieces.add(new Piece.Prose(lines));
    }

    private static String unmarked(String line) {
        return line.replaceAll("\\*\\*([^*\\s][^*]*)\\*\\*", "$1")
                .replaceAll("!?\\[([^\\]]*)\\]\\([^)\\s]+(?: \"[^\"]*\")?\\)", "$1")
                .replaceAll("(?i)</?(?:" + TAGS + ")(?:[\\s/][^<>]*)?>", "")
                .stripTrailing();
    }

    @Override
    public void visit(FencedCodeBlock block) {
        String info = block.getInfo() == null ? "" : block.getInfo().strip();
        String language = info.replaceFirst("^\\{?\\s*\\.?", "").replaceFirst("[\\s,{}:].*$", "");
        code(Language.named(language), block.getLiteral(), line(block) + 1);
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        code(Language.NONE, block.getLiteral(), line(block));
    }

    private void code(Language language, String literal, int first) {
        pieces.add(new Piece.Code(language, Documents.lines(literal, first)));
    }

    @Override
    public void visit(HtmlBlock block) {
        pieces.addAll(HtmlDocument.read(block.getLiteral(), line(block)));
    }

    private int line(Block block) {
        List<SourceSpan> spans = block.getSourceSpans();
        return spans.isEmpty() ? 1 : source.get(spans.get(0).getLineIndex()).number();
    }
}
