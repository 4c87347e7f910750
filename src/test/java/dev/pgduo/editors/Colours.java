package dev.pgduo.editors;

import dev.secondsun.tm4e.core.grammar.IGrammar;
import dev.secondsun.tm4e.core.grammar.IToken;
import dev.secondsun.tm4e.core.grammar.ITokenizeLineResult;
import dev.secondsun.tm4e.core.grammar.StackElement;
import dev.secondsun.tm4e.core.registry.Registry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scopes that a TextMate grammar gives to a text, line by line, by the tokenizer of Eclipse. */
final class Colours {
    private final IGrammar grammar;

    Colours(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            grammar = new Registry().loadGrammarFromPathSync(file.getFileName().toString(), in);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(file.toString(), e);
        }
    }

    /**
     * A piece of a line.
     *
     * @param scopes from the outermost, joined by blanks
     */
    record Token(String text, String scopes) {}

    /** The tokens of each line; those of blanks alone are left out. */
    List<List<Token>> of(List<String> lines) {
        List<List<Token>> tokens = new ArrayList<>();
        @Nullable StackElement state = null;
        for (String line : lines) {
            ITokenizeLineResult result = grammar.tokenizeLine(line, state);
            state = result.getRuleStack();
            tokens.add(Arrays.stream(result.getTokens())
                    .map(token -> token(line, token))
                    .filter(token -> !token.text().isBlank())
                    .toList());
        }
        return tokens;
    }

    private static Token token(String line, IToken token) {
        int end = Math.min(token.getEndIndex(), line.length());
        return new Token(
                line.substring(Math.min(token.getStartIndex(), end), end), String.join(" ", token.getScopes()));
    }
}
