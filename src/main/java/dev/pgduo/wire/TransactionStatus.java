package dev.pgduo.wire;

/** What the server says at the end of each query about the transaction. */
public enum TransactionStatus {
    IDLE(""),
    IN_TRANSACTION("*"),
    FAILED("!");

    private final String mark;

    TransactionStatus(String mark) {
        this.mark = mark;
    }

    /** psql's {@code %x} in a prompt. */
    public String mark() {
        return mark;
    }

    static TransactionStatus of(int letter) {
        return switch (letter) {
            case 'T' -> IN_TRANSACTION;
            case 'E' -> FAILED;
            default -> IDLE;
        };
    }
}
