package org.groeipuls.api.mail;

/**
 * A letter without its envelope: nothing in it but, with personal links, the link tells for whom it is.
 *
 * @param list what stands in List-Id, the same in all letters
 */
record Letter(String subject, String plain, String html, String language, String list) {
    @Override
    public String toString() {
        return "Letter[not shown]";
    }
}
