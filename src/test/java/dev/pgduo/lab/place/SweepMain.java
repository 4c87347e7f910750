package dev.pgduo.lab.place;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Another pgduo that looks for what was left, again and again, until it is ended. The argument is what holds the place. */
final class SweepMain {
    private SweepMain() {}

    public static void main(String[] arguments) throws IOException {
        ThrowAwayPlace place =
                ThrowAwayPlace.of(Map.of("TMPDIR", Path.of(arguments[0]).toString()));
        System.out.println("sweeps");
        while (true) {
            place.sweep();
        }
    }
}
