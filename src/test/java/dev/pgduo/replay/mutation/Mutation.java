package dev.pgduo.replay.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small mistake in one line of expected output, as a person makes it. */
public enum Mutation {
    DIGIT {
        @Override
        Optional<String> plant(String line, Random random) {
            return at(
                    line, "\\d", random, found -> String.valueOf((found.charAt(0) - '0' + 1 + random.nextInt(9)) % 10));
        }
    },
    LETTER {
        @Override
        Optional<String> plant(String line, Random random) {
            return at(line, "[a-z]", random, found -> found.equals("x") ? "q" : "x");
        }
    },
    CASE {
        @Override
        Optional<String> plant(String line, Random random) {
            return at(line, "[a-z]", random, found -> found.toUpperCase(java.util.Locale.ROOT));
        }
    },
    WORD {
        @Override
        Optional<String> plant(String line, Random random) {
            return at(line, "\\b\\p{L}{3,}\\b", random, found -> "wrong");
        }
    },
    WORD_GONE {
        @Override
        Optional<String> plant(String line, Random random) {
            return at(line, "\\b\\p{L}{3,} ", random, found -> "");
        }
    },
    BLANK_MORE {
        @Override
        Optional<String> plant(String line, Random random) {
            return at(line, " (?=.*\\S)", random, found -> "  ");
        }
    },
    BLANK_LESS {
        @Override
        Optional<String> plant(String line, Random random) {
            return at(line, " (?=.*\\S)", random, found -> "");
        }
    },
    OTHER_SIDE {
        @Override
        Optional<String> plant(String line, Random random) {
            return at(line, " (\\S+)  (?=\\S)", random, found -> "  " + found.strip() + " ");
        }
    },
    RULE_LONGER {
        @Override
        Optional<String> plant(String line, Random random) {
            return at(line, "-{3,}", random, found -> found + "-");
        }
    },
    RULE_SHORTER {
        @Override
        Optional<String> plant(String line, Random random) {
            return at(line, "-{4,}", random, found -> found.substring(1));
        }
    },
    FOOTER {
        @Override
        Optional<String> plant(String line, Random random) {
            return at(line, "(?<=^\\()\\d+(?= rows?\\)$)", random, found -> (Integer.parseInt(found) + 1) + "");
        }
    },
    OTHER_NODE {
        @Override
        Optional<String> plant(String line, Random random) {
            return at(line, "543[23]", random, found -> found.equals("5432") ? "5433" : "5432");
        }
    },
    OTHER_PATH {
        @Override
        Optional<String> plant(String line, Random random) {
            return at(
                    line,
                    "/(?:pgsql|postgres)2?/",
                    random,
                    found -> found.contains("2")
                            ? found.replace("2", "")
                            : found.replace("s/", "s2/").replace("l/", "l2/"));
        }
    },
    BOOLEAN {
        @Override
        Optional<String> plant(String line, Random random) {
            return at(line, "(?<=^ |\\| )[tf](?= |$)", random, found -> found.equals("t") ? "f" : "t");
        }
    },
    TAIL {
        @Override
        Optional<String> plant(String line, Random random) {
            return Optional.of(line + ".");
        }
    },
    BLANK_AT_END {
        @Override
        Optional<String> plant(String line, Random random) {
            return Optional.of(line + " ");
        }
    };

    /** The line with the mistake, or empty where there is no place for it. */
    abstract Optional<String> plant(String line, Random random);

    private interface Other {
        String of(String found);
    }

    private static Optional<String> at(String line, String regex, Random random, Other other) {
        Matcher matcher = Pattern.compile(regex).matcher(line);
        List<MatchResult> places = new ArrayList<>();
        while (matcher.find()) {
            places.add(matcher.toMatchResult());
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        MatchResult place = places.get(random.nextInt(places.size()));
        String changed = line.substring(0, place.start()) + other.of(place.group()) + line.substring(place.end());
        return changed.equals(line) ? Optional.empty() : Optional.of(changed);
    }
}
