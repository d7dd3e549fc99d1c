package id.warta.route;

import org.springframework.graphql.data.ArgumentValue;

/**
 * What to make of a redirect; what is omitted stays as it is.
 *
 * @param redirectId its global id
 * @param path the address that it begins at
 * @param target where it leads
 */
record EditRedirectInput(String redirectId, ArgumentValue<String> path, ArgumentValue<RedirectTargetInput> target) {

}
