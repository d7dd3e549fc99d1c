package id.warta.comment.moderation;

/**
 * Which ban is to be lifted.
 *
 * @param banId the ban's global id
 */
record LiftCommentBanInput(String banId) {

}
