/** Made anew for each request, as a page that may end at any moment has to be. */
export const dynamic = 'force-dynamic';

export default function Page() {
  return <main>Hello world</main>;
}
