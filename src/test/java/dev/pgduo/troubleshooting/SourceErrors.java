package dev.pgduo.troubleshooting;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * All errors that the sources can report. Each begins as {@code ErrorReport.error(…)}; a method that is given its message reports
 * what its callers say.
 */
final class SourceErrors implements SourceText.Sources {
    private static final int LONGEST_CHAIN = 4;

    private final List<Source> sources = new ArrayList<>();
    private final Map<String, List<Call>> calls = new HashMap<>();
    private final Set<FoundError> found = new LinkedHashSet<>();

    private SourceErrors() {}

    /**
     * One file.
     *
     * @param place its file below {@code dev/pgduo}, without {@code .java}
     * @param type its class
     * @param known what its constants and variables are made as
     */
    private record Source(CompilationUnitTree unit, String place, String type, Map<String, ExpressionTree> known) {}

    /** One call of a method. */
    private record Call(Source source, MethodInvocationTree call, TreePath path) {}

    /**
     * Where a message comes from.
     *
     * @param hint null where there is none
     */
    private record Place(
            Source source,
            Map<String, ExpressionTree> known,
            @Nullable MethodTree method,
            ExpressionTree message,
            @Nullable ExpressionTree detail,
            @Nullable ExpressionTree hint) {}

    static Set<FoundError> of(Path root) throws IOException {
        SourceErrors errors = new SourceErrors();
        errors.read(root);
        errors.sources.forEach(errors::index);
        for (Call call : errors.calls.getOrDefault("error", List.of())) {
            if (call.call().getMethodSelect().toString().equals("ErrorReport.error")) {
                errors.add(errors.primitive(call), 0);
            }
        }
        return errors.found;
    }

    private void read(Path root) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> tree = Files.walk(root)) {
            List<Path> paths = tree.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(paths));
            for (CompilationUnitTree unit : task.parse()) {
                Path file = Path.of(unit.getSourceFile().getName());
                String place =
                        root.relativize(file).toString().replace(".java", "").replace('\\', '/');
                String type = file.getFileName().toString().replace(".java", "");
                sources.add(new Source(unit, place, type, values(unit, false)));
            }
        }
    }

    /** The variables of a file outside of its methods, or those in a method. */
    private static Map<String, ExpressionTree> values(Tree tree, boolean inMethods) {
        Map<String, ExpressionTree> values = new HashMap<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
                return inMethods ? super.visitMethod(method, null) : null;
            }

            @Override
            public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
                if (variable.getInitializer() != null) {
                    values.putIfAbsent(variable.getName().toString(), variable.getInitializer());
                }
                return super.visitVariable(variable, null);
            }
        }.scan(tree, null);
        return values;
    }

    private static Map<String, ExpressionTree> known(Source source, @Nullable MethodTree method) {
        Map<String, ExpressionTree> known = new HashMap<>(source.known());
        if (method != null) {
            known.putAll(values(method, true));
        }
        return known;
    }

    /** All calls, by the method's name. */
    private void index(Source source) {
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
                String name = call.getMethodSelect().toString();
                calls.computeIfAbsent(name.substring(name.lastIndexOf('.') + 1), each -> new ArrayList<>())
                        .add(new Call(source, call, getCurrentPath()));
                return super.visitMethodInvocation(call, null);
            }
        }.scan(source.unit(), null);
    }

    /** Where a report is made. */
    private Place primitive(Call call) {
        MethodTree method = enclosing(call.path());
        return new Place(
                call.source(),
                known(call.source(), method),
                method,
                call.call().getArguments().get(0),
                chained(call.path(), "detail"),
                chained(call.path(), "hint"));
    }

    private static @Nullable MethodTree enclosing(@Nullable TreePath path) {
        TreePath at = path;
        while (at != null && !(at.getLeaf() instanceof MethodTree)) {
            at = at.getParentPath();
        }
        return at == null ? null : (MethodTree) at.getLeaf();
    }

    /** The argument of this method, when it is called on what stands at the path, or on what such a call returns. */
    private static @Nullable ExpressionTree chained(TreePath path, String method) {
        TreePath at = path.getParentPath();
        while (at != null && at.getLeaf() instanceof MemberSelectTree member) {
            at = at.getParentPath();
            if (!(at.getLeaf() instanceof MethodInvocationTree call)) {
                return null;
            }
            if (member.getIdentifier().contentEquals(method)) {
                return call.getArguments().get(0);
            }
            at = at.getParentPath();
        }
        return null;
    }

    private void add(Place place, int depth) {
        int message = parameter(place.method(), place.message());
        if (message >= 0 && depth < LONGEST_CHAIN && place.method() != null) {
            callers(place, place.method(), message).forEach(each -> add(each, depth + 1));
            return;
        }
        SourceText text = new SourceText(place.known(), this);
        FoundError error = new FoundError(
                place.source().place(),
                text.of(place.message()),
                place.detail() == null ? "" : text.of(place.detail()),
                place.hint() == null ? "" : text.of(place.hint()));
        found.add(error);
    }

    /** Which parameter of the method an expression is; below 0 when it is none. */
    private static int parameter(@Nullable MethodTree method, @Nullable ExpressionTree expression) {
        if (method == null || !(expression instanceof IdentifierTree name)) {
            return -1;
        }
        List<? extends VariableTree> parameters = method.getParameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).getName().equals(name.getName())) {
                return i;
            }
        }
        return -1;
    }

    /** The calls of a method that is given its message. */
    private List<Place> callers(Place place, MethodTree method, int message) {
        int detail = parameter(method, place.detail());
        int hint = parameter(method, place.hint());
        List<Place> places = new ArrayList<>();
        for (Call call : calls.getOrDefault(method.getName().toString(), List.of())) {
            List<? extends ExpressionTree> arguments = call.call().getArguments();
            MethodTree caller = enclosing(call.path());
            if (arguments.size() != method.getParameters().size()
                    || caller == method
                    || !calls(call.source(), call.call(), place.source(), method)) {
                continue;
            }
            Map<String, ExpressionTree> known = new HashMap<>(place.known());
            known.putAll(known(call.source(), caller));
            for (int i = 0; i < arguments.size(); i++) {
                known.putIfAbsent(method.getParameters().get(i).getName().toString(), arguments.get(i));
            }
            ExpressionTree own = chained(call.path(), "hint");
            places.add(new Place(
                    call.source(),
                    known,
                    caller,
                    arguments.get(message),
                    detail < 0 ? place.detail() : arguments.get(detail),
                    own != null ? own : hint < 0 ? place.hint() : arguments.get(hint)));
        }
        return places;
    }

    private static boolean calls(Source from, MethodInvocationTree call, Source to, MethodTree method) {
        String name = method.getName().toString();
        if (call.getMethodSelect() instanceof IdentifierTree plain) {
            return from.equals(to) && plain.getName().contentEquals(name);
        }
        if (!(call.getMethodSelect() instanceof MemberSelectTree member)
                || !member.getIdentifier().contentEquals(name)) {
            return false;
        }
        String receiver = member.getExpression().toString();
        return receiver.substring(receiver.lastIndexOf('.') + 1).equalsIgnoreCase(to.type());
    }

    @Override
    public String returned(String type, String method) {
        return sources.stream()
                .filter(source -> source.type().equals(type))
                .findFirst()
                .map(source -> returned(source, method))
                .orElse("");
    }

    @Override
    public String constant(String type, String name) {
        return sources.stream()
                .filter(source -> source.type().equals(type))
                .flatMap(source -> Stream.ofNullable(source.known().get(name))
                        .map(value -> new SourceText(source.known(), this).of(value)))
                .findFirst()
                .orElse("");
    }

    private String returned(Source source, String method) {
        List<String> texts = new ArrayList<>();
        for (Tree tree : source.unit().getTypeDecls()) {
            if (tree instanceof ClassTree declared) {
                declared.getMembers().stream()
                        .filter(MethodTree.class::isInstance)
                        .map(MethodTree.class::cast)
                        .filter(each -> each.getName().contentEquals(method))
                        .forEach(each -> new TreeScanner<@Nullable Void, @Nullable Void>() {
                            @Override
                            public @Nullable Void visitReturn(ReturnTree returned, @Nullable Void nothing) {
                                if (returned.getExpression() != null
                                        && !(returned.getExpression() instanceof LiteralTree)) {
                                    texts.add(new SourceText(source.known(), SourceErrors.this)
                                            .of(returned.getExpression()));
                                }
                                return super.visitReturn(returned, null);
                            }
                        }.scan(each, null));
            }
        }
        return texts.size() == 1 ? texts.get(0) : "";
    }
}
