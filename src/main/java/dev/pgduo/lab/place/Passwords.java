package dev.pgduo.lab.place;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Generated passwords, kept in the lab's private files. */
public final class Passwords {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 24;

    private Passwords() {}

    /** A new random password of 24 letters and digits, about 139 bits. */
    public static String random() {
        return new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }
}
