package no.vegvisar.ui;

/**
 * Where the reader is in a long list.
 *
 * @param from number of the first row shown, counted from 1
 * @param previousHref {@code null} on the first page
 * @param nextHref {@code null} on the last page
 */
public record PaginationView(
    long from, long to, long total, String previousHref, String nextHref) {}
