import { useRealm } from "@keycloak/keycloak-admin-ui";
import { useEffect, useState } from "react";
import { useLocation } from "react-router-dom";

const SIDEBAR = ".pf-v5-c-page__sidebar";
const TOGGLE = "#nav-toggle";
/** From this width on, PatternFly has the navigation beside the page, and not over it. */
const WIDE = "(min-width: 1200px)";

/**
 * Opens and closes the navigation. Its parts come with a PatternFly of their own, which knows nothing of the frame's: the
 * button in the header would do nothing, and on a phone the navigation would stay over the page.
 */
export const Sidebar = () => {
  useRealm();
  useLocation();
  const [isOpen, setOpen] = useState(() => matchMedia(WIDE).matches);

  useEffect(() => {
    const wide = matchMedia(WIDE);
    const follow = () => setOpen(wide.matches);
    const click = ({ target }: MouseEvent) => {
      if (!(target instanceof Element)) return;
      if (target.closest(TOGGLE)) setOpen((before) => !before);
      else if (!wide.matches && target.closest(`main, ${SIDEBAR} a`)) setOpen(false);
    };
    wide.addEventListener("change", follow);
    document.addEventListener("click", click);
    return () => {
      wide.removeEventListener("change", follow);
      document.removeEventListener("click", click);
    };
  }, []);

  // It is another one after the frame was drawn anew.
  useEffect(() => {
    const sidebar = document.querySelector(SIDEBAR);
    sidebar?.classList.toggle("pf-m-expanded", isOpen);
    sidebar?.classList.toggle("pf-m-collapsed", !isOpen);
    sidebar?.setAttribute("aria-hidden", String(!isOpen));
    sidebar?.toggleAttribute("inert", !isOpen);
    document.querySelector(TOGGLE)?.setAttribute("aria-expanded", String(isOpen));
  });
  return null;
};
