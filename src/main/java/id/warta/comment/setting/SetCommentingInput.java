package id.warta.comment.setting;

/**
 * Whether readers are to be let write below an article.
 *
 * @param articleId the article's global id
 * @param commenting whether they may
 */
record SetCommentingInput(String articleId, Commenting commenting) {

}
