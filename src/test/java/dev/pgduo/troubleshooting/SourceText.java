package dev.pgduo.troubleshooting;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The text that an expression of the sources makes: its literals, and in capitals a name for each of its other parts. */
final class SourceText {
    private static final int DEEPEST = 6;
    private static final Set<String> SILENT =
            Set.of("toString", "strip", "get", "name", "display", "getMessage", "stripTrailing", "orElse", "map");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("FAILURE_REASON", "REASON"),
            Map.entry("E", "REASON"),
            Map.entry("TO_MILLIS", "N"),
            Map.entry("TO_SECONDS", "N"),
            Map.entry("DESCRIBE", "The server"),
            Map.entry("ADVICE", "(The commands that \"status\" prints.)"),
            Map.entry("SENTENCE", ""),
            Map.entry("MAJOR_NAME", "MAJOR"),
            Map.entry("N", "…"),
            Map.entry("CARD", "FAULT"),
            Map.entry("NEAR", "…"));

    private final Map<String, ExpressionTree> known;
    private final Sources sources;
    private int depth;

    /**
     * For one file.
     *
     * @param known the values of its constants and variables, and of parameters where they are known
     */
    SourceText(Map<String, ExpressionTree> known, Sources sources) {
        this.known = known;
        this.sources = sources;
    }

    /** What other files of the sources say; empty when it is not known. */
    interface Sources {
        /** The text that a method returns, where it is one expression. */
        String returned(String type, String method);

        /** The text of a constant. */
        String constant(String type, String name);
    }

    /** Whether a text has words that are not only names for what is unknown. */
    static boolean legible(String text) {
        return text.chars().filter(Character::isLowerCase).count() > 4;
    }

    String of(ExpressionTree expression) {
        if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            return of(sum.getLeftOperand()) + of(sum.getRightOperand());
        }
        if (depth > DEEPEST) {
            return "…";
        }
        depth++;
        String text = text(expression);
        depth--;
        return text;
    }

    private String text(ExpressionTree expression) {
        if (expression instanceof ParenthesizedTree inner) {
            return of(inner.getExpression());
        }
        if (expression instanceof LiteralTree literal) {
            return literal.getValue() == null ? "" : literal.getValue().toString();
        }
        if (expression instanceof ConditionalExpressionTree choice) {
            return either(of(choice.getTrueExpression()), of(choice.getFalseExpression()));
        }
        if (expression instanceof IdentifierTree name) {
            ExpressionTree value = known.get(name.getName().toString());
            String text = value == null || value == expression ? "" : of(value);
            return legible(text) || value instanceof LiteralTree
                    ? text
                    : placeholder(name.getName().toString());
        }
        return expression instanceof MethodInvocationTree call ? call(call) : selected(expression);
    }

    private String selected(ExpressionTree expression) {
        if (!(expression instanceof MemberSelectTree member)) {
            return "…";
        }
        String name = member.getIdentifier().toString();
        String constant = sources.constant(member.getExpression().toString(), name);
        return legible(constant) ? constant : placeholder(name);
    }

    /** Of two texts for the same place the first; both where each is short. */
    private static String either(String one, String other) {
        if (one.isBlank() || other.isBlank()) {
            return one.isBlank() ? other : one;
        }
        boolean words = one.length() + other.length() < 24 && !one.contains(" ") && !other.contains(" ");
        return words ? one + "/" + other : legible(other) && !legible(one) ? other : one;
    }

    private String call(MethodInvocationTree call) {
        ExpressionTree select = call.getMethodSelect();
        String method = select instanceof MemberSelectTree member
                ? member.getIdentifier().toString()
                : select.toString();
        ExpressionTree receiver = select instanceof MemberSelectTree member ? member.getExpression() : null;
        List<? extends ExpressionTree> arguments = call.getArguments();
        if (method.equals("orElse") || method.equals("orElseGet")) {
            String other = arguments.get(0) instanceof LambdaExpressionTree lambda
                    ? lambda.getBody() instanceof ExpressionTree body ? of(body) : ""
                    : of(arguments.get(0));
            String found = receiver == null ? "" : of(receiver);
            return legible(other) ? other : found;
        }
        if (method.equals("map") && arguments.get(0) instanceof LambdaExpressionTree lambda) {
            return lambda.getBody() instanceof ExpressionTree body ? of(body) : "…";
        }
        if (method.equals("words") && receiver instanceof IdentifierTree name) {
            return placeholder(name.getName().toString());
        }
        if (method.equals("formatted") || method.equals("join") || method.equals("collect")) {
            return "…";
        }
        String type = receiver == null ? "" : receiver.toString();
        String returned = sources.returned(type, method);
        if (legible(returned)) {
            return returned;
        }
        boolean silent = SILENT.contains(method) || method.equals("of") || method.equals("valueOf");
        if (!silent || receiver == null) {
            return placeholder(method);
        }
        if (method.equals("valueOf")
                || (method.equals("of") && receiver.toString().equals("String"))) {
            return of(arguments.get(0));
        }
        return of(receiver);
    }

    private static String placeholder(String name) {
        String bare = name.replaceFirst("^(get|shown|the)(?=[A-Z])", "");
        String capitals = bare.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        return NAMES.getOrDefault(capitals, capitals.replace('_', ' ').replace("FILE NAME", "FILE"));
    }
}
