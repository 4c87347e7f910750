package dev.pgduo.transcript.model;

/**
 * One physical line as it stands in the file.
 *
 * @param number 1-based
 * @param text without its terminator and without the byte order mark
 * @param end the terminator: {@code "\n"}, {@code "\r\n"}, or empty on a last line without one
 */
public record SourceLine(int number, String text, String end) {}
