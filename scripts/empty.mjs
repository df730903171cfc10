// Stands in for stylesheets in Jest.
export default {};
