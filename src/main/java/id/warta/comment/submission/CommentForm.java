package id.warta.comment.submission;

/**
 * What a page needs to let readers write a comment.
 *
 * @param open whether they may
 * @param token what comes back with the comment
 * @param minimumSeconds how long it must be out
 * @param maxLength how many characters a comment may have
 * @param editableSeconds for how long it may be edited and deleted
 */
record CommentForm(boolean open, String token, long minimumSeconds, int maxLength, long editableSeconds) {

}
